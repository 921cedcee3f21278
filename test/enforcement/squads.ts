import { squad } from "../../services/enforcement/team/domain/squad/decider.ts";
import type { SquadCommand } from "../../services/enforcement/team/domain/squad/squad.ts";
import { instruct, type Runtime } from "../../shared/service/index.ts";
import { anOfficer, certified } from "./common/builders.ts";
import { theLeader } from "./enforcement-town.ts";

const certificates = (sub: string) => ({
  officers: [anOfficer(sub, [certified({ until: "2099-12-31" })])],
  others: [],
});

/** E1: the town forms a squad: its leader, and these members. */
export async function aSquadOf(leader: string, members: readonly string[], runtime: Runtime): Promise<string> {
  const id = `SQUAD-${leader}`;
  const name = { zh: "中队", en: "Squad" };
  const commands: readonly SquadCommand[] = [
    { type: "form", name, leader, domains: ["trade"], ...certificates(leader) },
    ...members.map((sub) => ({ type: "add-member" as const, sub, kind: "officer" as const, ...certificates(sub) })),
  ];
  for (const [at, command] of commands.entries()) {
    const spec = { of: squad, id, expects: "either" as const, command, actor: theLeader };
    const carried = await instruct(spec).carryOut(runtime, { id: `${id}-${at}` });
    if (!carried.done) throw new Error(carried.code);
  }
  return id;
}
