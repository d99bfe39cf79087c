/** Going to another channel, person or workspace. The page listens; whoever wants to go just says where. */

const listeners = { place: () => {}, person: () => {}, workspace: () => {} };

export function onNavigation(given) {
  Object.assign(listeners, given);
}

/** A channel id, `app:home` or `app:messages`. */
export function goTo(place) {
  return listeners.place(place);
}

export function actAs(userId) {
  return listeners.person(userId);
}

export function enterWorkspace(teamId) {
  return listeners.workspace(teamId);
}
