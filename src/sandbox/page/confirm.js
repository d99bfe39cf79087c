/** The question before an act that asks for one. */
import { h, uid } from './dom.js';
import { textNodes } from './rich.js';
import { t } from './texts.js';

/** Resolves to whether the person agreed. */
export function confirmFirst(confirm) {
  return new Promise((resolve) => {
    const titleId = uid('confirm');
    const isDanger = confirm.style === 'danger';
    const dialog = h(
      'dialog',
      { class: 'dialog small', 'aria-labelledby': titleId },
      h(
        'form',
        { method: 'dialog' },
        h(
          'header',
          { class: 'dialog-head' },
          h('h2', { id: titleId }, confirm.title ? textNodes(confirm.title) : t('sure')),
        ),
        h('div', { class: 'dialog-body' }, h('p', {}, textNodes(confirm.text))),
        h(
          'footer',
          { class: 'dialog-foot' },
          h(
            'button',
            { class: 'button', value: 'no', autofocus: true },
            confirm.deny ? textNodes(confirm.deny) : t('cancel'),
          ),
          h(
            'button',
            { class: `button ${isDanger ? 'danger' : 'primary'}`, value: 'yes' },
            confirm.confirm ? textNodes(confirm.confirm) : t('yes'),
          ),
        ),
      ),
    );
    document.body.append(dialog);
    dialog.addEventListener('close', () => {
      resolve(dialog.returnValue === 'yes');
      dialog.remove();
    });
    dialog.showModal();
  });
}
