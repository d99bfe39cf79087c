/** The text of .env.example, from the variables themselves. */
import type { z } from 'zod';
import { Variables } from './variables.ts';

const lineLength = 100;

export function envExample(): string {
  const head = [
    '# Copy to .env and fill in what you need. Everything may stay empty: the bot then runs in its own sandbox.',
    '# Written by scripts/write-env-example.mjs from src/config/variables.ts.',
  ];
  const entries = Object.entries(Variables.shape).map(([name, schema]) => {
    const description = wrapped((schema as z.ZodType).description ?? '').map((line) => `# ${line}`);
    return [...description, `${name}=${defaultOf(schema)}`].join('\n');
  });
  return `${[head.join('\n'), ...entries].join('\n\n')}\n`;
}

function defaultOf(schema: z.ZodType): string {
  const answer = schema.safeParse(undefined);
  return answer.success && answer.data !== undefined ? String(answer.data) : '';
}

function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= lineLength) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
