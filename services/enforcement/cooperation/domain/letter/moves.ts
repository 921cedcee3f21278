/** States of a letter and what moves them (CF-26, CF-27a, CF-S2). */
export const letterMoves = {
  sent: {
    "note-receipt": "sent",
    "note-answer": ["answered", "not-agreed"],
    withdraw: "withdrawn",
    "pass-time": "sent",
  },
  received: { take: "taken", refuse: "not-agreed", "pass-time": "received" },
  taken: { take: "taken", reply: ["answered", "not-agreed"], "pass-time": "taken" },
  answered: { "note-return": "sent-back" },
  "not-agreed": { "note-return": "sent-back" },
  withdrawn: {},
  "sent-back": {},
} as const;
