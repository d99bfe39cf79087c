/** Writes .env.example from src/config/variables.ts; a test keeps the two equal. */
import { writeFile } from 'node:fs/promises';
import './typescript.mjs';

const { envExample } = await import('../src/config/env-example.ts');
await writeFile(new URL('../.env.example', import.meta.url), envExample());
console.log('wrote .env.example');
