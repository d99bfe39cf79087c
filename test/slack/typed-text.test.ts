/** What people type, as it reaches the commands and the forms. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { escaped } from '../../src/slack/blocks/cut.ts';
import { typedInChat, typedInForm } from '../../src/slack/typed-text.ts';

describe('a command line', () => {
  test.each([
    ['curly quotes', '“An”, ‘Bình’', '"An", \'Bình\''],
    ['no-break and ideographic spaces', 'a\u00a0b\u3000c', 'a b c'],
    ['characters that nobody sees', 'pro\u200bpo\ufeffse', 'propose'],
    ['a mention', 'add <@U0ANH|anh> please', 'add @U0ANH please'],
    ['a mention without a name', '<@W0ANH>', '@W0ANH'],
    ['a channel', 'in <#C0HALL|hall>', 'in #C0HALL'],
    ['a whole channel', '<!channel> <!here|here>', '@channel here'],
    ['a user group', '<!subteam^S1|@staff>', '@staff'],
    ['a link made by Slack', '<https://example.org/a|example.org/a>', 'example.org/a'],
    ['a bare link', '<https://example.org/a>', 'https://example.org/a'],
    ['an address', '<mailto:an@example.org|an@example.org>', 'an@example.org'],
    ['escaped characters', 'R&amp;D &lt;3 &gt; 2', 'R&D <3 > 2'],
    ['something typed to look like a mention', '&lt;@U0BINH&gt;', '<@U0BINH>'],
    ['something typed to look escaped', '&amp;lt;', '&lt;'],
    ['letters in parts', 'Nguye\u0302\u0303n', 'Nguyễn'],
    ['a turned direction', 'An \u202egnp\u202c', 'An gnp'],
    ['an emoji of several parts', '👩‍👩‍👧', '👩‍👩‍👧'],
    ['spaces around', '  list  ', 'list'],
  ])('%s', (_, typed, expected) => {
    expect(typedInChat(typed)).toBe(expected);
  });

  test('plain words come through Slack unchanged', () => {
    const plainWords = fc.stringMatching(/^[a-zA-Z0-9&<>;#@!|./ -]*$/);
    fc.assert(
      fc.property(plainWords, (text) => {
        expect(typedInChat(escaped(text))).toBe(text.trim());
      }),
    );
  });
});

describe('a field of a form', () => {
  test('the quotes and entities that a person typed stay, what nobody sees goes', () => {
    expect(typedInForm('“An” &amp; <@U0BINH>\u200b\u202e')).toBe('“An” &amp; <@U0BINH>');
  });
});
