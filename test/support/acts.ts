/** Acts for tests: a workspace's member at a fixed moment, with a minute to spare. */
import { type Act, freshSaving, type StoreHandle } from '../../src/kernel/act.ts';
import { newId } from '../../src/kernel/ids.ts';

export const testNow = new Date('2026-03-02T02:00:00Z');

export function testAct(handle: StoreHandle, overrides: Partial<Act> = {}): Act {
  return {
    store: handle,
    workspace: newId(),
    member: newId(),
    person: newId(),
    isWorkspaceAdmin: false,
    isOutsider: false,
    locale: 'en',
    zone: 'Asia/Ho_Chi_Minh',
    speech: 'party',
    now: testNow,
    requestId: null,
    saving: freshSaving(),
    ...overrides,
  };
}
