import { remedies } from "../../../../shared/case-rules/remedies.ts";
import type { Actor } from "../../../../shared/decider/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import type { Viewing } from "../../../../shared/http/index.ts";
import { viewLimit } from "../../../../shared/http/index.ts";
import { maskName } from "../../../../shared/identity-codes/index.ts";
import { maskParty } from "../../../../shared/parties/index.ts";
import type { Recusal } from "../../../../shared/people/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { stillPromised } from "../domain/application/acceptance.ts";
import type { Application, Closed, Corrections, WasAccepted } from "../domain/application/application.ts";
import { missingOf } from "../domain/application/materials.ts";
import { onTheSpot } from "../domain/application/on-the-spot.ts";
import { sealOf } from "../domain/application/said.ts";
import type { Agency } from "../domain/application/states.ts";
import type { Household } from "../domain/household/household.ts";
import { viewExamination } from "./examination-view.ts";

/** An application as staff and its own applicant see it: the person masked, every limit explained. */
export function viewApplication({ id, version, state }: Loaded<Application>, { actor, runtime }: Viewing) {
  const { item, office, channel, receivedOn, receivedAt, receivedBy, given, concerns, residence, agency, household } =
    state;
  return {
    id,
    version,
    status: state.status,
    item,
    office,
    channel,
    ...(agency === undefined ? {} : { agency: viewAgency(agency) }),
    applicant: maskParty(state.applicant),
    ...present({ concerns, residence, onFile: onFileFor(state, actor), recusals: state.recusals?.map(viewRecusal) }),
    ...(state.guide.onePerHousehold === undefined ? {} : { household: viewHousehold(household) }),
    crossTown: residence !== undefined,
    receivedOn,
    receivedAt,
    receivedBy,
    given: [...given],
    missing: missingOf(state),
    ...special(state, runtime),
  };
}

const viewRecusal = ({ sub, askedBy, askedOn, ground, decided }: Recusal) => ({
  ...{ person: sub, askedBy, askedOn, ground },
  ...present({ decided }),
});

/** P-1: members as a first character and a relation; neither their numbers nor the book's are kept. */
const viewHousehold = (household: Household | undefined) => ({
  stated: household !== undefined,
  members: (household?.members ?? []).map(({ name, relation, spouse }) => ({
    name: maskName(name),
    relation,
    ...present({ spouse: spouse && { name: maskName(spouse.name) } }),
  })),
});

const viewAgency = ({ authorisation, sub, endedOn }: Agency) => ({
  authorisation,
  agent: sub,
  ...present({ endedOn }),
});

/** S-4: who filed it himself is shown what could be counted then; not what the town found on file later. */
function onFileFor({ onFile, foundOnFile = [], owner }: Application, actor: Actor | undefined) {
  const mine = owner !== undefined && owner === actor?.sub;
  return onFile?.filter((name) => !mine || !foundOnFile.includes(name));
}

function viewCorrections(corrections: Corrections | undefined) {
  if (corrections === undefined) return {};
  const { notifiedOn, missing, explanation, unobtainable } = corrections;
  const more = present({ explanation, unobtainable: unobtainable && [...unobtainable] });
  return { corrections: { notifiedOn, missing: [...missing], ...more } };
}

export function viewOnTheSpot(state: Application) {
  const found = onTheSpot(state);
  if (found === undefined) return undefined;
  const { office, notBy, waitsFor } = found;
  return { now: waitsFor.length === 0, office, notBy, waitsFor: [...waitsFor] };
}

function special(state: Application, runtime: Runtime) {
  switch (state.status) {
    case "received":
      return {
        acceptanceLimit: viewLimit(state.acceptanceLimit, runtime),
        ...viewCorrections(state.corrections),
        ...present({ onTheSpot: viewOnTheSpot(state) }),
      };
    case "incomplete":
      return viewCorrections(state.corrections);
    case "recorded":
      return { recordedOn: state.recordedOn, ...viewReceipt(state, runtime) };
    case "declined": {
      const { declinedOn, ground, competentOrgan, reasons, facts } = state;
      return { declinedOn, ground, ...viewReceipt(state, runtime), ...present({ competentOrgan, reasons, facts }) };
    }
    case "withdrawn":
      return { withdrawnOn: state.withdrawnOn, ...present({ statement: state.statement }) };
    case "renewed": {
      const { renewedOn, validUntil } = state;
      if (!("limits" in state)) return { renewedOn, validUntil };
      return { ...running(state, runtime), ...viewExamination(state, runtime), renewedOn, validUntil };
    }
    default:
      return { ...running(state, runtime), ...viewExamination(state, runtime), ...ended(state, runtime) };
  }
}

function running(state: WasAccepted, runtime: Runtime) {
  const { statutory, promised } = state.limits;
  const { acceptedBy, extension, fee, tolerance, explanations } = state;
  const end = endOf(state);
  return {
    acceptedOn: state.acceptedOn,
    deemedAccepted: acceptedBy === undefined,
    limits: {
      promised: viewLimit(promised, runtime, end),
      ...(statutory === undefined ? {} : { statutory: viewLimit(statutory, runtime, end) }),
    },
    missedLimits: [...state.missed],
    ...viewReceipt(state, runtime),
    ...(state.missed.includes("statutory") ? { unlawfulDelay: true } : {}),
    ...present({
      acceptedBy,
      extension,
      fee,
      overdueReasons: explanations && [...explanations],
      tolerance: tolerance && { ...tolerance, materials: [...tolerance.materials], missing: stillPromised(state) },
    }),
  };
}

const viewReceipt = ({ receipt, organ }: Pick<WasAccepted, "receipt" | "organ">, { town }: Runtime) =>
  receipt === undefined ? {} : { receipt: { ...receipt, seal: sealOf(organ, town) } };

/** The last day that counts: of the decision, or of passing it on. */
function endOf(state: WasAccepted): string | undefined {
  if (state.status === "accepted" || state.status === "paused") return undefined;
  if (state.status === "renewed") return state.renewedOn;
  if (state.status === "forwarded" || state.status === "answered") return state.forwardedOn;
  return state.status === "closed" && state.forwardedOn !== undefined ? state.forwardedOn : state.decidedOn;
}

/** XK-38, FY-24: what is open to somebody refused, and before whom. */
function open(deliveredOn: string | undefined, { town: { county }, calendar }: Runtime) {
  const organ = { zh: `${county.name.zh}人民政府`, en: `People's Government of ${county.name.en}` };
  return { organ, ...remedies(deliveredOn, calendar) };
}

function ended(state: WasAccepted, runtime: Runtime) {
  switch (state.status) {
    case "accepted":
    case "renewed":
      return {};
    case "paused": {
      const { told, kind, from, notice } = state.pause;
      return { pause: { kind, from, notice, ...present({ until: told?.due ?? undefined }) } };
    }
    case "granted": {
      const { decidedOn, decidedBy, number, inWhoseName, validUntil, secrecy, conversion } = state;
      return { decidedOn, decidedBy, number, inWhoseName, ...present({ validUntil, secrecy, conversion }) };
    }
    case "refused": {
      const { decidedOn, decidedBy, reasons, falseMaterials } = state;
      return { decidedOn, decidedBy, reasons, ...present({ falseMaterials }), remedies: open(undefined, runtime) };
    }
    case "forwarded":
      return { forwardedOn: state.forwardedOn, to: state.to };
    case "answered":
      return { forwardedOn: state.forwardedOn, to: state.to, upper: state.upper };
    case "closed":
      return viewClosed(state, runtime);
  }
}

/** Remedies against the organ above are told by its own decision, not by the town. */
function viewClosed(state: Closed, runtime: Runtime) {
  const { decidedOn, decidedBy, outcome, closedOn, number, reasons, inWhoseName, validUntil } = state;
  const { secrecy, conversion, falseMaterials, forwardedOn, upper } = state;
  return {
    decidedOn,
    decidedBy,
    outcome,
    closedOn,
    ...present({ number, reasons, inWhoseName, validUntil, secrecy, conversion, falseMaterials, forwardedOn, upper }),
    ...(reasons === undefined || upper !== undefined ? {} : { remedies: open(closedOn, runtime) }),
  };
}
