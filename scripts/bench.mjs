/** `npm run bench`: bench/run.mjs says what is measured. */
await import('../bench/run.mjs');
