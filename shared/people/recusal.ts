/** A person was asked to withdraw from a case (回避), and what the head said. */
export interface Recusal {
  readonly sub: string;
  readonly askedBy: string;
  readonly askedOn: string;
  readonly ground: "own-interest" | "relative" | "other-relation";
  readonly decided?: {
    readonly by: string;
    readonly on: string;
    readonly recused: boolean;
    /** CF-43a: what he did before stands only if the head says so. */
    readonly earlierActsStand?: boolean;
  };
}

/** Why a recusal cannot be asked for or decided. */
export type RecusalRefusal = "asked-already" | "not-asked" | "own-recusal" | "not-the-head";

/** A recusal that waits for the head's word. */
export const openRecusal = (recusals: readonly Recusal[], sub: string): Recusal | undefined =>
  recusals.find((one) => one.sub === sub && one.decided === undefined);

/** Whether the head has recused the person. While the head has not decided, the case goes on (CF-43). */
export const isRecused = (recusals: readonly Recusal[], sub: string): boolean =>
  recusals.findLast((one) => one.sub === sub && one.decided !== undefined)?.decided?.recused === true;

/** CF-43, XK-48: a recusal is asked for once; it can be asked again after the head has decided. */
export function askRecusal(
  recusals: readonly Recusal[],
  asked: Omit<Recusal, "decided">,
): readonly Recusal[] | RecusalRefusal {
  return openRecusal(recusals, asked.sub) === undefined ? [...recusals, asked] : "asked-already";
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
