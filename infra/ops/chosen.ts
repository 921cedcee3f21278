import { OpsProblem } from "./town-client.ts";

/** Which messages are meant, as said on the command line. */
export interface Chosen {
  readonly id?: string | undefined;
  readonly queue?: string | undefined;
  readonly service?: string | undefined;
  readonly all?: boolean | undefined;
  readonly why?: string | undefined;
}

const ways = { dead: ["id", "queue", "all"], parked: ["id", "service", "all"] } as const;

/** Nobody empties everything by a word left out. The same on one machine and in the cloud. @throws OpsProblem */
export function meant(kind: keyof typeof ways, chosen: Chosen): Chosen {
  const said = (["id", "queue", "service", "all"] as const).filter((one) => chosen[one] !== undefined);
  const known: readonly string[] = ways[kind];
  const { id, queue, service } = chosen;
  if (said.length === 1 && said.every((one) => known.includes(one))) return { id, queue, service };
  throw new OpsProblem(`say one of ${known.map((one) => `--${one}`).join(", ")} / 请指明其中一项`);
}

/** @throws OpsProblem where nothing is said */
export function reasonIn({ why }: Chosen): string {
  if (why === undefined || why.trim() === "") throw new OpsProblem("--why is needed / 须写明原因");
  return why.trim();
}
