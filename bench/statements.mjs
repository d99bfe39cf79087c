/** Statements per command, counted on the wire, with a small plan and a large one. */
const commands = ['/plan', '/candidates', '/review', '/committee members', '/quorate duties', '/quorate'];

export async function statementsPerCommand({ exam, wire, clerk, channel, sizes, growTo }) {
  const counts = new Map(commands.map((line) => [line, []]));
  for (const size of sizes) {
    await growTo(size);
    for (const line of commands) {
      const [command, ...text] = line.split(' ');
      const ask = () => exam.as(clerk).command(channel, command, text.join(' '));
      await ask();
      await exam.atRest();
      counts.get(line).push(await leastOf(5, wire, ask));
    }
  }
  return counts;
}

/** The clockwork's own statements come in between now and then: of several tries the smallest is the command's. */
async function leastOf(times, wire, ask) {
  let least = Number.POSITIVE_INFINITY;
  for (let time = 0; time < times; time += 1) {
    wire.statements();
    const { ok } = await ask();
    if (ok) least = Math.min(least, wire.statements().length);
  }
  return least;
}
