/** Modals and Home tabs as a whole. */
import { checkBlocks, elementsOf } from './blocks.ts';
import { anything, type Bag, boolean, isBag, maybe, type Report, shape, string } from './rules.ts';
import { plain } from './text.ts';

export const viewBytesLimit = 250_000;

const common = {
  type: anything,
  blocks: anything,
  private_metadata: maybe(string({ min: 0, max: 3000 })),
  callback_id: maybe(string({ min: 0, max: 255 })),
  external_id: maybe(string({ min: 0, max: 255 })),
};

const modal = shape({
  ...common,
  title: plain(24),
  submit: maybe(plain(24)),
  close: maybe(plain(24)),
  clear_on_close: maybe(boolean),
  notify_on_close: maybe(boolean),
  submit_disabled: maybe(boolean),
});
const home = shape(common);

export function checkView(view: Bag, surface: 'modal' | 'home', at: string, report: Report): void {
  if (view.type !== surface) {
    report(`${at}/type`, `must be a valid enum value: ${surface}`);
    return;
  }
  (surface === 'modal' ? modal : home)(view, at, report);
  checkBlocks(view.blocks, `${at}/blocks`, surface, report);
  if (surface === 'modal') checkSubmit(view, at, report);
}

function checkSubmit(view: Bag, at: string, report: Report): void {
  const blocks = Array.isArray(view.blocks) ? view.blocks.filter(isBag) : [];
  if (blocks.some((block) => block.type === 'input') && view.submit === undefined) {
    report(at, 'missing required field: submit');
  }
  const files = blocks.flatMap(elementsOf).filter((element) => element.type === 'file_input');
  if (files.length > 5) report(`${at}/blocks`, 'no more than 5 file_input elements allowed');
}
