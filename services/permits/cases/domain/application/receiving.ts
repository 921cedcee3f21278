import { limitFrom } from "../../../../../shared/calendar/index.ts";
import { type Context, type Decision, isRejection, present } from "../../../../../shared/decider/index.ts";
import { parseDocument } from "../../../../../shared/parties/index.ts";
import { cannotConcern } from "../../../certificates/domain/renewal.ts";
import { handedInOn } from "../../../common/domain/posted.ts";
import { refusedAsBarred } from "../ban/refusal.ts";
import { badInput, notYou, refuse } from "../refusals.ts";
import { recorded } from "./acceptance.ts";
import { agencyFor, isByAgent, isOwnCase } from "./agent.ts";
import type { ApplicationEvent, Filed, Receive } from "./application.ts";
import { outsideAudience } from "./audience.ts";
import { notTheHousehold } from "./household.ts";
import { acceptanceLimit } from "./limits.ts";
import { missingFrom, notAsked } from "./materials.ts";
import { powerFor, powerNotInForce } from "./power.ts";
import { about } from "./said.ts";

/** Everybody who comes is received, even with materials missing, if the town may decide such matters at all today (P5, XK-32). */
export function receive(command: Receive, context: Context): Decision<ApplicationEvent> {
  const { guide, power, applicant, materials, concerns, onFile } = command;
  if (guide === undefined) return badInput("permits.unknown-item", { item: command.itemCode }, "/itemCode");
  const { content } = guide;
  const known = powerFor(command, power, context);
  if (!known.inForce) return powerNotInForce(content.code, context, known.failed);
  const filedFor = agencyFor(command, context);
  if (isRejection(filedFor)) return filedFor;
  if (context.actor.roles.includes("clerk") && isOwnCase(present({ party: command.party }), context.actor))
    return notYou("permits.own-case", { rule: "CF-43" });
  const barred = refusedAsBarred(command.ban, context);
  if (barred !== undefined) return barred;
  const sent = handedInOn(
    {
      posted: command.posted,
      own: isOwnCase(present({ party: command.party }), context.actor),
      since: command.certificate?.decidedOn,
    },
    context,
  );
  if (isRejection(sent)) return sent;
  const asksFor = { item: content.code, idNumber: applicant.idNumber, handedInOn: sent };
  const unfounded = concerns && cannotConcern(command.certificate, { kind: concerns.kind, ...asksFor }, context);
  if (unfounded !== undefined) return unfounded;
  const residence = elsewhere(command, context);
  if (residence !== undefined && !content.crossTown)
    return refuse("permits.not-for-other-towns", { item: content.code, rule: "L10" }, "/residence");
  const notForThem = outsideAudience(content, applicant) ?? notTheHousehold(content, command);
  if (notForThem !== undefined) return notForThem;
  const strange = notAsked(content, materials, "/materials");
  if (strange !== undefined) return strange;
  const identity =
    applicant.kind === "citizen"
      ? parseDocument(applicant.document ?? "resident-id", applicant.idNumber, context.today.toString())
      : undefined;
  if (identity?.ok === false) return badInput(identity.reason, {}, "/applicant/idNumber");

  const receivedOn = context.today.toString();
  const { agency } = filedFor;
  const asked = content.materials.map(({ name }) => name);
  const filed = {
    item: { code: content.code, name: content.name, guideVersion: guide.version },
    office: content.office,
    channel: channelOf(command, context),
    guide: content,
    given: [...new Set(materials)],
    organ: known.inWhoseName,
    ...present({ concerns, residence, townRole: known.townRole, postedOn: command.posted?.on }),
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
      ...present({
        party: command.party,
        place: command.place,
        household: command.household,
        posted: command.posted,
        agency,
        owner: agency?.sub ?? ownerOf(context),
      }),
    },
  };
  const complete = missingFrom(content, filed.given, filed.onFile).length === 0;
  return content.category === "filing" && complete ? [received, ...recorded(filed, context)] : [received];
}

/** At the counter it belongs to nobody who works there; else to who files it. */
const ownerOf = ({ actor }: Context) => (actor.roles.includes("clerk") ? undefined : actor.sub);

/** Only the counter says how a case came; what others file comes the way they came. */
function channelOf({ channel }: Receive, { actor }: Context): Filed["channel"] {
  if (isByAgent(channel, actor)) return "agent";
  return actor.roles.includes("clerk") ? channel : "online";
}

/** L10: the town he lives in, by the first nine digits of its code; undefined if it is this one, or not said. */
function elsewhere({ residence }: Receive, { town }: Context): string | undefined {
  const own = residence === undefined || residence.slice(0, 9) === town.code.slice(0, 9);
  return own ? undefined : residence;
}
