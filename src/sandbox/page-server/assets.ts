/** Serves the page's files from the source tree, where they are the same whether the bot runs from src/ or from dist/. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const headers = {
  'cache-control': 'no-cache',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  // Pictures of messages may come from anywhere over https; scripts and everything else only from here.
  'content-security-policy':
    "default-src 'self'; img-src 'self' data: https:; style-src 'self'; frame-ancestors 'none'; base-uri 'none'",
};

export async function sendAsset(name: string, response: ServerResponse): Promise<void> {
  const type = types[extname(name)];
  if (!type || !/^[a-z0-9-]+\.[a-z]+$/.test(name)) {
    response.writeHead(404).end();
    return;
  }
  try {
    const content = await readFile(join(pageFolder(), name));
    response.writeHead(200, { ...headers, 'content-type': type }).end(content);
  } catch {
    response.writeHead(404).end();
  }
}

/** tsc copies no static files, so they are found from the project's root, never from beside the compiled file. */
function pageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('the sandbox page was not found: no package.json above this file');
    folder = parent;
  }
  return join(folder, 'src', 'sandbox', 'page');
}
