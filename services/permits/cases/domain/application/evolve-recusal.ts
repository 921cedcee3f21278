import { become, present, type Recorded } from "../../../../../shared/decider/index.ts";
import { decideRecusal } from "../../../../../shared/people/index.ts";
import type { Step } from "../../../guides/domain/guide.ts";
import type { Accepted, Application, EventOf, Hearing, Paused, Review, Running } from "./application.ts";
import { between } from "./evolve-filing.ts";
import { runningPart } from "./kept.ts";
import type { ApplicationEffects } from "./words.ts";

type RecusalDecided = Recorded<EventOf<"permits.application.recusal-decided">>;

/** CF-43a: what a recusal makes of a case. What a person did who should not have done it is undone, if so decided. */
export const recusalEffects = {
  "permits.application.recusal-asked": (state, { data: { on, ground }, personal: { person }, actor }) => ({
    ...state,
    recusals: [...(state.recusals ?? []), { sub: person, askedBy: actor, askedOn: on, ground }],
  }),
  "permits.application.recusal-decided": (state, event) => {
    const known = { ...state, ...decidedOn(state, event) };
    if (!event.data.recused) return known;
    if (known.status === "accepted") return become<Accepted, Running>(withoutHim(known, event), { status: "accepted" });
    if (known.status === "paused")
      return become<Paused, Running>(withoutHim(known, event), { status: "paused", pause: known.pause });
    return known;
  },
} satisfies ApplicationEffects;

function decidedOn({ recusals = [] }: Pick<Application, "recusals">, { data, personal, actor }: RecusalDecided) {
  const { on, recused, earlierActsStand } = data;
  const decided = { by: actor, on, recused, ...present({ earlierActsStand }) };
  const next = decideRecusal(recusals, personal.person, decided, true);
  return typeof next === "string" ? {} : { recusals: next };
}

/** A survey that is not signed by all is recorded again. The steps he took are taken again, unless they stand. */
function withoutHim(state: Accepted | Paused, { data, personal: { person } }: RecusalDecided): Running {
  const { survey, ...begun } = runningPart(state);
  const running = {
    ...begun,
    ...present({ survey: survey?.inspectors.includes(person) === true ? undefined : survey }),
  };
  if (data.earlierActsStand !== false) return running;
  const { resolution, inspection, thirdParties, farmland, hearing, joint, ...rest } = running;
  const reviews = running.reviews.filter((review) => !isBy(review, person));
  const opinions = joint?.opinions.filter(({ by }) => by !== person);
  const inspected = inspection?.inspectors?.includes(person) === true;
  const { organise } = data;
  return {
    ...rest,
    reviews,
    pending: stillToTake(running.guide.steps, reviews),
    ...present({
      joint: joint && opinions && { ...joint, opinions },
      resolution: opinions?.length === joint?.opinions.length ? resolution : undefined,
      inspection: inspection && inspected ? unassigned(inspection) : inspection,
      farmland: farmland?.occupied === false && farmland.by === person ? undefined : farmland,
      thirdParties: thirdParties?.affected === false && thirdParties.by === person ? undefined : thirdParties,
      hearing: hearing && organise !== undefined ? { ...toBeHeldAgain(hearing), organise } : hearing,
    }),
  };
}

const unassigned = ({ limit, late }: NonNullable<Running["inspection"]>) => ({ limit, ...present({ late }) });

const isBy = ({ by, inspectors = [], joint = [] }: Review, sub: string) =>
  by === sub || inspectors.includes(sub) || joint.some((one) => one.by === sub);

const toBeHeldAgain = ({ ground, requestedOn }: Hearing): Hearing => ({ ground, ...present({ requestedOn }) });

/** The steps between acceptance and decision, less those that are done. */
function stillToTake(steps: readonly Step[], reviews: readonly Review[]): readonly Step[] {
  const done = reviews.map(({ step }) => `${step.kind} ${step.name}`);
  return steps.filter(({ kind, name }) => {
    if (!between.includes(kind)) return false;
    const at = done.indexOf(`${kind} ${name}`);
    if (at >= 0) done.splice(at, 1);
    return at < 0;
  });
}
