import { isOverdue, recalculate } from "../../../../shared/calendar/index.ts";
import { type Context, type Decision, notYou, refuse } from "../../../../shared/decider/index.ts";
import { inForceOn } from "../../../../shared/powers-in-force/index.ts";
import { about, powerNotInForce } from "./acceptance.ts";
import type {
  Accepted,
  ApplicationCommand,
  ApplicationEvent,
  Decide,
  Granted,
  InForceToday,
  OfficialNumber,
  Refused,
} from "./application.ts";
import { workingDaysUsed } from "./limits.ts";

type Command<T extends ApplicationCommand["type"]> = Extract<ApplicationCommand, { type: T }>;
type Decided = Decision<ApplicationEvent>;

/** The next step of the guide is carried out by the office that decides; joint steps by any office asked. */
export function review(
  state: Accepted,
  { opinion, inspectors }: Command<"review">,
  { actor, today }: Context,
): Decided {
  const [step] = state.pending;
  if (step === undefined) return refuse("permits.no-step-pending");
  if (step.kind !== "joint-review" && actor.office !== state.office)
    return notYou("permits.not-your-office", { office: state.office });
  if (step.kind === "survey" && new Set(inspectors).size < 2)
    return refuse(
      "permits.two-inspectors",
      { article: "行政许可法34(3)", rule: "XK-34", step: step.name },
      "/inspectors",
    );
  const done = { step, by: actor.sub, on: today.toString(), opinion };
  return [{ type: "permits.application.reviewed", data: inspectors === undefined ? done : { ...done, inspectors } }];
}

/** The decision (XK-38, XK-42): by the office that decides, not by who accepted, and only under a power in force. */
export function decide(state: Accepted, command: Decide, context: Context): Decided {
  const { actor, today, calendar } = context;
  if (actor.office !== state.office) return notYou("permits.not-your-office", { office: state.office });
  if (actor.sub === atTheCounter(state)) return refuse("permits.acceptor-cannot-decide", { rule: "L1" });
  if (state.pending.length > 0)
    return refuse("permits.steps-pending", { steps: state.pending.map(({ name }) => name) });
  const power = inForceOn(command.power, today);
  if (!power.inForce) return powerNotInForce(state.item.code, context, power.failed);
  const { townRole: role } = power;
  if (role !== "decides")
    return refuse("permits.town-does-not-decide", { role, to: state.guide.sourceDepartment, rule: "XK-T2" });

  const { promised } = state.limits;
  const taken = {
    ...about(state),
    decidedOn: today.toString(),
    acceptedOn: state.acceptedOn,
    workingDays: workingDaysUsed(recalculate(calendar, promised), today, calendar),
    onTime: !isOverdue(recalculate(calendar, promised), today),
  };
  if (command.outcome === "granted") return [granted(state, taken, power, context)];
  const { reasons } = command;
  if (reasons === undefined)
    return refuse("permits.reasons-missing", { article: "行政许可法38(2)", rule: "XK-38" }, "/reasons");
  return [{ type: "permits.application.refused", data: taken, personal: { reasons } }];
}

/** L1: who accepted; where the law deemed it accepted, who took it in. */
const atTheCounter = ({ acceptedBy, receivedBy }: Accepted) => acceptedBy ?? receivedBy;

type Taken = Pick<
  Extract<ApplicationEvent, { type: "permits.application.refused" }>["data"],
  "item" | "office" | "channel" | "decidedOn" | "acceptedOn" | "workingDays" | "onTime"
>;

/** The certificate's number is the next of the year's series and is spent only with this decision (L11). */
function granted(state: Accepted, taken: Taken, power: InForceToday, context: Context): ApplicationEvent {
  const { mode, inWhoseName, letter } = power;
  const { validityMonths } = state.guide;
  const validUntil =
    validityMonths === undefined ? {} : { validUntil: context.today.add({ months: validityMonths }).toString() };
  const number = nextCertificate(context);
  return {
    type: "permits.application.granted",
    data: { ...taken, number, inWhoseName, mode, ...(letter === undefined ? {} : { letter }), ...validUntil },
  };
}

function nextCertificate({ numbers, town, today }: Context): OfficialNumber {
  const { series, text } = town.numbering.certificate;
  const { year } = today;
  const serial = numbers.take(`${series}/${year}`);
  const fill = (template: string) => template.replace("{year}", String(year)).replace("{serial}", String(serial));
  return { series, year, serial, text: { zh: fill(text.zh), en: fill(text.en) } };
}

/** XK-T2: what another organ decides is reviewed and passed on, not decided. */
export function forward(state: Accepted, { power }: Command<"forward">, context: Context): Decided {
  const { actor, today } = context;
  if (actor.office !== state.office) return notYou("permits.not-your-office", { office: state.office });
  if (actor.sub === atTheCounter(state)) return refuse("permits.acceptor-cannot-decide", { rule: "L1" });
  if (state.pending.length > 0)
    return refuse("permits.steps-pending", { steps: state.pending.map(({ name }) => name) });
  const known = inForceOn(power, today);
  if (!known.inForce) return powerNotInForce(state.item.code, context, known.failed);
  if (known.townRole === "decides") return refuse("permits.town-decides-itself", { item: state.item.code });
  const data = { ...about(state), forwardedOn: today.toString(), to: state.guide.sourceDepartment };
  return [{ type: "permits.application.forwarded", data }];
}

/** The case ends when the applicant has the decision in hand: the certificate issued, or the refusal delivered. */
export const close = (state: Granted | Refused, { today }: Context): Decided => [
  { type: "permits.application.closed", data: { ...about(state), closedOn: today.toString(), outcome: state.status } },
];
