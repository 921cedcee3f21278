/** Why a person should not act in a case: his own interest, a relative's, another relation that may touch his fairness. */
export const recusalGrounds = ["own-interest", "relative", "other-relation"] as const;
export type RecusalGround = (typeof recusalGrounds)[number];

/** A person was asked to withdraw from a case (回避), and what the head said. */
export interface Recusal {
  readonly sub: string;
  readonly askedBy: string;
  readonly askedOn: string;
  readonly ground: RecusalGround;
  readonly decided?: {
    readonly by: string;
    readonly on: string;
    readonly recused: boolean;
    /** CF-43a: what he did before stands only if the head says so. */
    readonly earlierActsStand?: boolean;
  };
}

/** Why a recusal cannot be asked for or decided. */
export type RecusalRefusal = "asked-already" | "denied-already" | "not-asked" | "own-recusal" | "not-the-head";

/** A recusal that waits for the head's word. */
export const openRecusal = (recusals: readonly Recusal[], sub: string): Recusal | undefined =>
  recusals.find((one) => one.sub === sub && one.decided === undefined);

/** Whether the head has recused the person. While the head has not decided, the case goes on (CF-43). */
export const isRecused = (recusals: readonly Recusal[], sub: string): boolean =>
  recusals.findLast((one) => one.sub === sub && one.decided !== undefined)?.decided?.recused === true;

/**
 * CF-43, XK-48: a recusal is asked for once. It can be asked for again after the head has said no, on another ground; so
 * nobody keeps a person from a case by asking without end.
 */
export function askRecusal(
  recusals: readonly Recusal[],
  asked: Omit<Recusal, "decided">,
): readonly Recusal[] | RecusalRefusal {
  if (openRecusal(recusals, asked.sub) !== undefined || isRecused(recusals, asked.sub)) return "asked-already";
  const denied = recusals.some(({ sub, ground }) => sub === asked.sub && ground === asked.ground);
  return denied ? "denied-already" : [...recusals, asked];
}

/** CF-43: the head decides, never about himself. */
export function decideRecusal(
  recusals: readonly Recusal[],
  sub: string,
  decided: NonNullable<Recusal["decided"]>,
  isHead: boolean,
): readonly Recusal[] | RecusalRefusal {
  const open = openRecusal(recusals, sub);
  if (open === undefined) return "not-asked";
  if (decided.by === sub) return "own-recusal";
  if (!isHead) return "not-the-head";
  return recusals.map((one) => (one === open ? { ...one, decided } : one));
}

/** Decisions that can be made of the requests that are still open, as one who decides would write them. */
export const recusalsToDecide = (recusals: readonly Recusal[] = []) =>
  recusals
    .filter(({ decided }) => decided === undefined)
    .flatMap(({ sub: person }) => {
      const decision = { person, recused: false, reasons: "理由" };
      return [decision, { ...decision, meeting: "会议纪要1号" }];
    });
