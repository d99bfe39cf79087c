/** What `npm start` prints: where the page is, who is there, what to type first. */
import type { Config } from './config/config.ts';
import { demoWorkspaces } from './sandbox/demo-workspaces.ts';

export function welcome(config: Pick<Config, 'mode'>, port: number): string {
  if (config.mode !== 'sandbox') return `Quorate is running (port ${port}).`;
  const people = demoWorkspaces.workspaces.map((workspace) => {
    const start = workspace.users.find((user) => user.id === workspace.startAs);
    return `  ${workspace.name}: begin as ${start?.real_name ?? '…'} (${start?.title ?? ''})`;
  });
  return [
    '',
    `  Quorate is ready: http://localhost:${port}`,
    '',
    ...people,
    '',
    '  Type /quorate in the message box and press Enter. “Act as” changes who you are, “Move the clock” lets time pass.',
    '  Stop with Ctrl+C; starting again keeps everything.',
    '',
  ].join('\n');
}
