/** Starts the page, keeps it up to date, and carries people from place to place. */
import { drawAdmin } from './admin.js';
import { listen, perform, see } from './api.js';
import { dayKey } from './dates.js';
import { applyTheme, drawDemoBar, tick } from './demo-bar.js';
import { drawInspector, isInspectorOpen } from './inspector.js';
import { openJump } from './jump.js';
import { drawMain, redrawMainAnew } from './main-view.js';
import { drawModal } from './modal.js';
import { onNavigation } from './navigation.js';
import { closePopover } from './popover.js';
import { drawRail, drawSidebar } from './sidebar.js';
import { channelById, demoNow, openChannel, recall, remember, store } from './store.js';
import { locale, t } from './texts.js';

const part = (id) => document.getElementById(id);

onNavigation({ place: goTo, person: actAs, workspace: enterWorkspace });
applyTheme();
start();

async function start() {
  store.boot = await see('boot');
  const [teamId, place] = decodeURIComponent(location.hash.slice(1)).split('/');
  const known = store.boot.workspaces.map(({ id }) => id);
  const first = [teamId, recall().team, known[0]].find((id) => known.includes(id));
  await enterWorkspace(first, teamId === first ? place : undefined);
  setInterval(tick, 1000);
  addEventListener('keydown', onKey);
  addEventListener('hashchange', onHash);
}

async function enterWorkspace(teamId, place) {
  const workspace = store.boot.workspaces.find(({ id }) => id === teamId);
  const memory = recall()[teamId] ?? {};
  store.teamId = teamId;
  store.userId = memory.user ?? workspace.startAs;
  try {
    await look();
  } catch {
    // The remembered person is not there any more.
    store.userId = workspace.startAs;
    await look();
  }
  remember({ team: teamId });
  listen(teamId, onNotice, refresh);
  await goTo(place || memory.place || workspace.startIn);
  drawRail(part('rail'));
}

async function actAs(userId) {
  store.userId = userId;
  await look();
  await goTo(openChannel() === null && store.place !== 'app:home' ? fallbackPlace() : store.place);
}

function fallbackPlace() {
  return store.desk.channels.find((channel) => channel.isMember)?.id ?? 'app:messages';
}

async function goTo(place) {
  closePopover();
  closeSidebar();
  const isKnown = place.startsWith('app:') || channelById(place);
  store.place = isKnown ? place : fallbackPlace();
  const memory = { user: store.userId, place: store.place };
  remember({ [store.teamId]: memory });
  history.replaceState(null, '', `#${store.teamId}/${store.place}`);
  if (store.place.startsWith('app:')) perform('open', { tab: store.place.slice(4) }).catch(() => {});
  await lookAtMessages();
  draw();
  part('composer-text')?.focus({ preventScroll: true });
}

function onHash() {
  const [teamId, place] = decodeURIComponent(location.hash.slice(1)).split('/');
  if (!store.boot.workspaces.some(({ id }) => id === teamId)) return;
  if (teamId !== store.teamId) enterWorkspace(teamId, place);
  else if (place !== store.place) goTo(place);
}

async function look() {
  store.desk = await see('desk');
  store.ahead = new Date(store.desk.now).getTime() - Date.now();
  document.documentElement.lang = locale().slice(0, 2);
}

async function lookAtMessages() {
  const channel = openChannel();
  store.messages = channel ? await see('messages', { channel: channel.id }) : [];
  if (!channel || document.hidden) return;
  if (channel.unread > 0) {
    channel.unread = 0;
    await perform('read', { channelId: channel.id });
  }
}

function draw() {
  part('skip').textContent = t('skip');
  drawDemoBar(part('demo-bar'));
  drawRail(part('rail'));
  drawSidebar(part('sidebar'), { onClose: closeSidebar });
  drawMain(part('main'), { onMenu: openSidebar });
  drawModal();
  drawAdmin();
  const unread = store.desk.channels.reduce((sum, channel) => sum + channel.unread, store.desk.app.unread);
  document.title = `${unread > 0 ? `(${unread}) ` : ''}${store.desk.team.appName} · ${store.desk.team.name}`;
}

let isRefreshing = false;
let isStale = false;

/** One look at a time; whatever happens meanwhile causes one more. */
async function refresh() {
  if (isRefreshing) {
    isStale = true;
    return;
  }
  isRefreshing = true;
  do {
    isStale = false;
    const day = dayKey(demoNow());
    await look();
    await lookAtMessages();
    if (dayKey(demoNow()) !== day) redrawMainAnew();
    drawQuietly();
  } while (isStale);
  isRefreshing = false;
}

/** Without touching what the person is in the middle of: the bar is left alone while one of its panels is open. */
function drawQuietly() {
  if (document.querySelector('#demo-bar [aria-expanded=true]')) {
    drawSidebar(part('sidebar'), { onClose: closeSidebar });
    drawMain(part('main'), { onMenu: openSidebar });
    drawModal();
  } else draw();
}

function onNotice(notice) {
  if (notice.kind === 'inspector') {
    if (isInspectorOpen()) drawInspector();
    return;
  }
  const isForOther = (notice.userId ?? notice.onlyFor ?? store.userId) !== store.userId;
  if (!isForOther) refresh();
}

document.addEventListener('visibilitychange', () => !document.hidden && store.desk && refresh());

function onKey(event) {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
    event.preventDefault();
    openJump();
  } else if (event.key === 'Escape' && document.body.classList.contains('side-open')) closeSidebar();
}

function openSidebar() {
  document.body.classList.add('side-open');
  part('scrim').hidden = false;
  part('sidebar').querySelector('.side-close')?.focus();
}

function closeSidebar() {
  document.body.classList.remove('side-open');
  part('scrim').hidden = true;
}

part('skip').addEventListener('click', (event) => {
  event.preventDefault();
  (part('composer-text') ?? part('main')).focus();
});
part('scrim').addEventListener('click', closeSidebar);
