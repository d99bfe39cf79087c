/** The page in a real browser: a newcomer's first minute, with the keyboard. */
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { type Bench, bench, channel, input, modal, plain, secretary, team } from './support.ts';

const require = createRequire(import.meta.url);
const canRun = process.platform === 'linux' && process.arch === 'x64';
// Elsewhere the browser that comes with npm does not run.
const inBrowser = canRun ? test : test.skip;

let here: Bench;
let browser: Browser;
let page: Page;
const problems: string[] = [];

beforeAll(async () => {
  if (!canRun) return;
  const { chromium } = require('playwright-core') as typeof import('playwright-core');
  const { default: binary } = await import('@sparticuz/chromium');
  const executablePath = await binary.executablePath();
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
});

afterAll(() => browser?.close());

beforeEach(async () => {
  here = await bench();
  if (!canRun) return;
  problems.length = 0;
  page = await browser.newPage();
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  await page.goto(here.url);
  await page.evaluate('localStorage.clear()');
  await page.goto(`${here.url}/#${team}/${channel}`);
  await page.reload();
  await page.waitForSelector('#composer-text');
});

afterEach(async () => {
  await page?.close();
  await here.close();
  expect(problems).toEqual([]);
});

inBrowser('the newcomer is told what to type', async () => {
  expect(await page.locator('.welcome').textContent()).toContain('/quorate');
  expect(await page.locator('html').getAttribute('lang')).toBe('vi');
});

inBrowser('a command is completed, sent, and its form is filled in and submitted by keyboard', async () => {
  here.answer(async ({ kind, body }) => {
    const view = modal([input('name'), input('note', undefined, { optional: true })]);
    if (kind === 'command') await here.api('views.open', { trigger_id: body.trigger_id, view });
    return {};
  });
  await page.keyboard.type('/pro');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForSelector('dialog.modal');

  await page.keyboard.press('Enter');
  await page.waitForSelector('.field-error');
  await page.keyboard.type('Trần Hải Đăng');
  await page.keyboard.press('Enter');
  await page.waitForSelector('dialog.modal', { state: 'detached' });

  const submitted = here.heard.find(({ body }) => body.type === 'view_submission');
  expect(submitted?.body).toMatchObject({
    view: { state: { values: { name: { v: { value: 'Trần Hải Đăng' } } } } },
  });
});

inBrowser('a message appears by itself, and an ephemeral one is marked', async () => {
  await here.api('chat.postEphemeral', { channel, user: secretary, text: 'chỉ đồng chí' });
  await page.waitForSelector('.message.private');

  expect(await page.locator('.message.private').textContent()).toContain('Chỉ mình bạn nhìn thấy');
});

inBrowser('acting as somebody else shows what they see, in their language', async () => {
  await here.api('chat.postEphemeral', { channel, user: secretary, text: 'riêng' });
  await here.sandbox.admin(team).changePerson('U0VPUV001', { locale: 'en-US' });
  await page.waitForSelector('.message.private');
  await page.click('.who');
  await page.keyboard.type('hoang duc tai');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.message.private', { state: 'detached' });

  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await page.getAttribute('#composer-text', 'placeholder')).toBe('Message #ban-chap-hanh-dang-bo');
});

inBrowser('nothing that anyone typed becomes markup', async () => {
  const nasty = '<img src=x onerror=alert(1)> <b>x</b> &amp; <javascript:alert(1)|here>';
  await here.api('chat.postMessage', {
    channel,
    text: nasty,
    blocks: [
      { type: 'section', text: { type: 'mrkdwn', text: nasty } },
      { type: 'header', text: plain(nasty) },
      { type: 'markdown', text: `${nasty} [link](javascript:alert(1))` },
    ],
  });
  await page.waitForSelector('.message');

  expect(await page.locator('.message img, .message b').count()).toBe(0);
  const links = await page.locator('.message a').evaluateAll((nodes) => nodes.map((node) => node.getAttribute('href')));
  expect(links.filter((href) => href?.startsWith('javascript'))).toEqual([]);
});

inBrowser('a button that asks first sends nothing until one agrees', async () => {
  const confirm = { title: plain('Sure?'), text: plain('Really'), confirm: plain('Yes'), deny: plain('No') };
  const elements = [{ type: 'button', action_id: 'go', text: plain('Go'), confirm }];
  await here.api('chat.postMessage', { channel, text: 'x', blocks: [{ type: 'actions', elements }] });
  await page.click('[data-action=go]');
  await page.click('dialog >> text=No');
  expect(here.heard).toEqual([]);

  await page.click('[data-action=go]');
  const acted = page.waitForResponse('**/sandbox/do/act');
  await page.click('dialog >> text=Yes');
  await acted;
  expect(here.heard.map(({ body }) => body.type)).toEqual(['block_actions']);
});

inBrowser('on a phone the list of channels opens and closes', async () => {
  await page.setViewportSize({ width: 390, height: 780 });
  expect(await page.locator('#sidebar').isVisible()).toBe(false);

  await page.click('.menu-button');
  await page.click('#sidebar >> text=van-phong-chung');
  await page.waitForSelector('h1:has-text("van-phong-chung")');

  const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  expect(overflow).toBeLessThanOrEqual(0);
});
