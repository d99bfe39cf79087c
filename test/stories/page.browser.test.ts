/** A newcomer's first minutes in a real browser: the real app with its demo, by keyboard, in both languages, on a phone. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type App, startApp } from '../../src/app.ts';
import type { Config } from '../../src/config/config.ts';
import { texts } from '../../src/i18n/texts.ts';
import { silentLog } from '../../src/kernel/log.ts';
import { freePort } from '../support/free-port.ts';
import { createTestDatabase } from '../support/test-database.ts';

const longest = 180_000;
const canRun = process.platform === 'linux' && process.arch === 'x64';
const inBrowser = canRun ? test : test.skip;
const vi = texts('vi', 'Asia/Ho_Chi_Minh', 'party');
const en = texts('en', 'UTC', 'party');

let app: App;
let dataDir: string;
let browser: Browser;
let page: Page;
let origin: string;
const problems: string[] = [];

beforeAll(async () => {
  if (!canRun) return;
  const database = await createTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'quorate-page-'));
  const port = await freePort();
  origin = `http://localhost:${port}`;
  const config: Config = {
    mode: 'sandbox',
    databaseUrl: database.url,
    dataDir,
    secret: new Uint8Array(32).fill(9),
    port,
    publicUrl: null,
    locale: 'vi',
    logLevel: 'silent',
  };
  app = await startApp(config, { log: silentLog, slowness: 20 });
  const { chromium } = createRequire(import.meta.url)('playwright-core') as typeof import('playwright-core');
  const { default: binary } = await import('@sparticuz/chromium');
  browser = await chromium.launch({ executablePath: await binary.executablePath(), args: ['--no-sandbox'] });
  page = await browser.newPage();
  page.on('pageerror', (error) => problems.push(error.message));
}, longest);

afterAll(async () => {
  if (!canRun) return;
  await browser?.close();
  await app?.stop();
  await rm(dataDir, { recursive: true, force: true });
  expect(problems).toEqual([]);
});

inBrowser(
  'the committee secretary runs the first command and makes a plan, with the keyboard alone',
  async () => {
    await open('T0VANPHONG/C0VPBCHDB');
    expect(await page.locator('html').getAttribute('lang')).toBe('vi');

    await send('/quorate');
    await page.waitForSelector(`.message.private >> text=${vi('quorate.menu.intro')}`);
    await send('/plan new');
    await page.waitForSelector('dialog.modal');
    await page.keyboard.type('Quy hoạch nhiệm kỳ sau');
    await tabTo(vi('plans.form.termFrom'));
    await page.keyboard.type('2030');
    await tabTo(vi('plans.form.termTo'));
    await page.keyboard.type('2035');
    await page.keyboard.press('Enter');

    await page.waitForSelector('dialog.modal >> text=Đã lập');
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog.modal', { state: 'detached' });
  },
  longest,
);

inBrowser(
  'somebody else sees what is theirs, and the clock moves',
  async () => {
    await open('T0VANPHONG/C0VPBCHDB');
    await page.waitForSelector('.message.private');
    await page.click('.who');
    await page.keyboard.type('hoang duc tai');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.message.private', { state: 'detached' });
    const before = await page.textContent('#demo-time');

    await page.click('.clock');
    await page.click('.clock-panel .button-row button:nth-child(3)');
    const words = `document.querySelector('#demo-time')?.textContent`;
    await page.waitForFunction(`${words} && ${words} !== ${JSON.stringify(before)}`, null, { timeout: longest / 2 });
    await page.waitForSelector('body:not(.moving)', { timeout: longest / 2 });
  },
  longest,
);

inBrowser(
  'on a phone, in English, nothing is wider than the screen',
  async () => {
    await page.setViewportSize({ width: 390, height: 780 });
    await open('T0NOMCOM/C0NCNOMCOM');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');

    await send('/quorate');
    await page.waitForSelector(`.message.private >> text=${en('quorate.menu.intro')}`);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await send('/propose');
    await page.waitForSelector('dialog.modal');
    expect(await overflow()).toBeLessThanOrEqual(0);
  },
  longest,
);

if (!canRun) console.warn('The page was not tried in a browser: the one that comes with npm runs on Linux x64 only.');

async function open(place: string): Promise<void> {
  await page.goto(`${origin}/#${place}`);
  await page.reload();
  await page.waitForSelector('#composer-text');
}

async function send(line: string): Promise<void> {
  // The answer may be on the screen before the box takes the next command.
  await page.waitForSelector('.composer:not([aria-busy="true"])');
  await page.focus('#composer-text');
  await page.keyboard.type(`${line} `);
  await page.keyboard.press('Enter');
}

/** What a screen reader calls the element in focus. */
const wordsOfFocus = `(() => {
  const e = document.activeElement;
  const named = (e?.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent);
  const labels = [...(e?.labels ?? [])].map((label) => label.textContent);
  return [...named, ...labels, e?.getAttribute('aria-label')].filter(Boolean).join(' ');
})()`;

/** Presses Tab until the field with this label has the focus. */
async function tabTo(label: string): Promise<void> {
  for (let presses = 0; presses < 20; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate<string>(wordsOfFocus);
    if (focused.includes(label)) return;
  }
  throw new Error(`the field “${label}” cannot be reached with the keyboard`);
}

function overflow(): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
}
