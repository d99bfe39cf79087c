/** The buttons of proxies: of a round, or of one proxy by its id; never a person or a choice. */
import { z } from 'zod';
import { defineButton } from '../../../chat/form.ts';

const ofRound = z.object({ round: z.string() });

export const proxiesButton = defineButton('ballots.proxies', ofRound);
export const proxyTermsButton = defineButton('ballots.proxy-terms', ofRound);
export const enterProxyButton = defineButton('ballots.enter-proxy', ofRound);
export const giveProxyButton = defineButton('ballots.give-proxy', ofRound);
export const proxyPaperButton = defineButton('ballots.proxy-paper', ofRound);
export const takeBackProxyButton = defineButton('ballots.take-back-proxy', z.object({ proxy: z.string() }));
