/** Whom sealed boxes name: nothing of them ever moves, so a person of a box that is not opened yet stays who they are. */
import { type HoldsPeople, ofParent } from '../../../kernel/held-people.ts';

const isShut = `EXISTS (
  SELECT 1 FROM "sealed_box" b WHERE b."id" = t."boxId" AND b."state" IN ('prepared', 'open', 'closed'))`;

export const sealingHoldsPeople: HoldsPeople = {
  moves: [],
  clashes: [
    {
      kind: 'sealed',
      table: 'sealed_elector',
      column: 'personId',
      only: isShut,
      committee: ofParent('sealed_box', 'boxId'),
    },
    {
      kind: 'sealed',
      table: 'sealed_keyholder',
      column: 'personId',
      only: isShut,
      committee: ofParent('sealed_box', 'boxId'),
    },
  ],
  stays: {
    'sealed_keyholder.personId': 'their words open no other key',
    'sealed_share.outerId': 'sealed for this holder',
    'sealed_share.innerId': 'sealed for this holder',
    'sealed_layer.outerId': 'sealed for this holder',
    'sealed_layer.innerId': 'sealed for this holder',
    'sealed_elector.personId': 'the roll only gains ticks',
    'sealed_wrong_receipt.personId': 'counts tries at one paper of the box',
  },
  told: {
    votes: ['sealed_elector.personId'],
    recorded: [
      'sealed_keyholder.personId',
      'sealed_share.outerId',
      'sealed_share.innerId',
      'sealed_layer.outerId',
      'sealed_layer.innerId',
    ],
    sealed: ['sealed_wrong_receipt.personId'],
  },
};
