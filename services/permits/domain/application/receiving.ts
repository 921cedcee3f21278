import { limitFrom } from "../../../../shared/calendar/index.ts";
import {
  type Actor,
  badInput,
  type Context,
  type Decision,
  refuse,
  theTownItself,
} from "../../../../shared/decider/index.ts";
import { parseCitizenNumber } from "../../../../shared/identity-codes/index.ts";
import { refusedAsBarred } from "../ban/refusal.ts";
import { cannotConcern } from "../certificate/renewal.ts";
import { present } from "../present.ts";
import { recorded } from "./acceptance.ts";
import type { ApplicationEvent, Filed, Receive } from "./application.ts";
import { acceptanceLimit } from "./limits.ts";
import { missingFrom, notAsked } from "./materials.ts";
import { powerFor, powerNotInForce } from "./power.ts";
import { about } from "./said.ts";

/** Whoever comes is received, whatever is missing, if the town may decide such matters at all today (P5, XK-32). */
export function receive(command: Receive, context: Context): Decision<ApplicationEvent> {
  const { guide, power, applicant, materials, concerns, onFile } = command;
  if (guide === undefined) return badInput("permits.unknown-item", { item: command.itemCode }, "/itemCode");
  const { content } = guide;
  const known = powerFor(command, power, context);
  if (!known.inForce) return powerNotInForce(content.code, context, known.failed);
  const barred = refusedAsBarred(command.ban, context);
  if (barred !== undefined) return barred;
  const asksFor = { item: content.code, idNumber: applicant.idNumber };
  const unfounded = concerns && cannotConcern(command.certificate, { kind: concerns.kind, ...asksFor }, context);
  if (unfounded !== undefined) return unfounded;
  const residence = elsewhere(command, context);
  if (residence !== undefined && !content.crossTown)
    return refuse("permits.not-for-other-towns", { item: content.code, rule: "L10" }, "/residence");
  const strange = notAsked(content, materials, "/materials");
  if (strange !== undefined) return strange;
  const identity =
    applicant.kind === "citizen" ? parseCitizenNumber(applicant.idNumber, context.today.toString()) : undefined;
  if (identity?.ok === false) return badInput(identity.reason, {}, "/applicant/idNumber");

  const receivedOn = context.today.toString();
  const filer = filerOf(command, context.actor);
  const asked = content.materials.map(({ name }) => name);
  const filed = {
    item: { code: content.code, name: content.name, guideVersion: guide.version },
    office: content.office,
    channel: channelOf(command, filer),
    guide: content,
    given: [...new Set(materials)],
    organ: known.inWhoseName,
    ...present({ concerns, residence, townRole: known.townRole }),
    ...(onFile === undefined ? {} : { onFile: onFile.filter((name) => asked.includes(name)) }),
  };
  const received: ApplicationEvent = {
    type: "permits.application.received",
    data: {
      ...filed,
      ...about(filed),
      receivedOn,
      acceptanceLimit: limitFrom(context.calendar, acceptanceLimit, receivedOn),
    },
    personal: {
      applicant,
      ...present({ party: command.party, place: command.place }),
      ...(filer.roles.includes("clerk") ? {} : { owner: filer.sub }),
      ...(filer.sub === context.actor.sub ? {} : { filedBy: filer.sub }),
    },
  };
  const complete = missingFrom(content, filed.given, filed.onFile).length === 0;
  return content.category === "filing" && complete ? [received, ...recorded(filed, context)] : [received];
}

type Filer = Pick<Actor, "sub" | "roles">;

/** Whoever stands behind it: the town itself files only what somebody has handed in elsewhere (L12). */
const filerOf = ({ filedBy }: Receive, actor: Actor): Filer =>
  filedBy !== undefined && actor.sub === theTownItself.sub && actor.roles.length === 0 ? filedBy : actor;

/** Only the counter says how a case came; what others file comes the way they came. */
function channelOf({ channel }: Receive, { roles }: Filer): Filed["channel"] {
  if (roles.includes("clerk")) return channel;
  return roles.includes("agent") ? "agent" : "online";
}

/** L10: the town he lives in, by the first nine digits of its code; undefined if it is this one, or not said. */
function elsewhere({ residence }: Receive, { town }: Context): string | undefined {
  const own = residence === undefined || residence.slice(0, 9) === town.code.slice(0, 9);
  return own ? undefined : residence;
}
