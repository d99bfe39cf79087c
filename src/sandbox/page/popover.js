/** A small panel beside its button: placed in the window, closed by Escape or by looking elsewhere. */
import { h } from './dom.js';

let open = null;
let afterwards = null;

export function isPopoverOpen() {
  return open !== null;
}

/** Once, with the last one asked for. */
export function whenPopoverCloses(run) {
  afterwards = run;
}

export function closePopover() {
  open?.close();
}

/** `build(close)` makes the content. The focus goes back to the button when the panel closes by the keyboard. */
export function openPopover(anchor, build, { width = 'anchor', label, onClose } = {}) {
  open?.close();
  const panel = h('div', { class: 'popover', popover: 'manual', 'aria-label': label });
  // Inside a dialog everything else is inert, so the panel has to be part of the dialog.
  (anchor.closest('dialog') ?? document.body).append(panel);

  function close(backToAnchor = false) {
    if (open?.panel !== panel) return;
    open = null;
    document.removeEventListener('pointerdown', outside, true);
    window.removeEventListener('resize', place);
    window.removeEventListener('scroll', place, true);
    panel.remove();
    anchor.setAttribute('aria-expanded', 'false');
    onClose?.();
    if (backToAnchor) anchor.focus();
    const run = afterwards;
    afterwards = null;
    // After what was chosen has been noted.
    if (run) queueMicrotask(() => queueMicrotask(run));
  }

  function outside(event) {
    if (!panel.contains(event.target) && !anchor.contains(event.target)) close();
  }

  function place() {
    const box = anchor.getBoundingClientRect();
    const room = 8;
    const wide = width === 'anchor' ? Math.max(box.width, 220) : width;
    panel.style.width = `${Math.min(wide, innerWidth - 2 * room)}px`;
    const below = innerHeight - box.bottom - room;
    const above = box.top - room;
    const isAbove = below < Math.min(panel.scrollHeight, 320) && above > below;
    panel.style.maxHeight = `${Math.min(isAbove ? above : below, 360)}px`;
    const height = panel.offsetHeight;
    panel.style.left = `${Math.max(room, Math.min(box.left, innerWidth - panel.offsetWidth - room))}px`;
    panel.style.top = `${isAbove ? box.top - height - 4 : box.bottom + 4}px`;
  }

  panel.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    close(true);
  });
  open = { panel, close };
  anchor.setAttribute('aria-expanded', 'true');
  panel.append(build(() => close(true), place));
  panel.showPopover();
  place();
  document.addEventListener('pointerdown', outside, true);
  window.addEventListener('resize', place);
  window.addEventListener('scroll', place, true);
  return { close, place };
}

/** A menu of buttons that one walks through with the arrow keys. */
export function openMenu(anchor, items, label) {
  openPopover(
    anchor,
    (close) => {
      const list = h(
        'div',
        { class: 'menu', role: 'menu', 'aria-label': label },
        items.map(({ text, hint, run, href }) =>
          h(
            href ? 'a' : 'button',
            {
              role: 'menuitem',
              class: 'menu-item',
              type: href ? undefined : 'button',
              href,
              target: href ? '_blank' : undefined,
              rel: href ? 'noopener noreferrer' : undefined,
              onclick: () => {
                close();
                run?.();
              },
            },
            text,
            hint ? h('span', { class: 'menu-hint' }, hint) : null,
          ),
        ),
      );
      list.addEventListener('keydown', (event) => walk(event, [...list.children]));
      queueMicrotask(() => list.firstElementChild?.focus());
      return list;
    },
    { width: 260, label },
  );
}

function walk(event, items) {
  const at = items.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  items[(to + items.length) % items.length]?.focus();
}
