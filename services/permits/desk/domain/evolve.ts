import { become, type Events, keep, type Recorded, within } from "../../../../shared/decider/index.ts";
import type { Consultation, ConsultationCommand, ConsultationEvent, Exchange, Known, Turned } from "./messages.ts";
import type { moves } from "./moves.ts";
import type { DeskRefusal } from "./refusals.ts";

/** The words from which the tables of a question are typed. */
export interface ConsultationWords {
  readonly state: Consultation;
  readonly command: ConsultationCommand;
  readonly event: ConsultationEvent;
  readonly moves: typeof moves;
  readonly begins: "ask";
  readonly begun: "permits.consultation.asked";
  readonly refusal: DeskRefusal;
}

type Of<T extends ConsultationEvent["type"]> = Recorded<Extract<ConsultationEvent, { type: T }>>;
type Open = Exclude<Consultation, Turned>;

const known = keep<Known>({
  item: true,
  office: true,
  channel: true,
  owner: true,
  contact: true,
  askedOn: true,
  askedBy: true,
  exchanges: true,
  limit: true,
  overdue: true,
  forwards: true,
  prefilled: true,
  published: true,
});
const open = within((state: Consultation): state is Open => state.status !== "turned");

/** What each event makes of a question. */
export const consultationEvents: Events<ConsultationWords> = {
  begun: { "permits.consultation.asked": asked },
  effects: {
    "permits.consultation.answered": open(answered),
    "permits.consultation.followed-up": {
      replied: (state, { data: { on, limit }, personal: { question } }) => {
        const exchanges: readonly Exchange[] = [...state.exchanges, { question, on }];
        return { ...state, status: "asked", limit, exchanges };
      },
    },
    "permits.consultation.forwarded": {
      asked: (state, { data: { from, to, on } }) => ({
        ...{ ...state, forwards: [...(state.forwards ?? []), { from, to, on }] },
        office: to,
      }),
    },
    "permits.consultation.published": (state, { data: { on }, personal: { question, answer } }) => ({
      ...state,
      published: { question, answer, on },
    }),
    "permits.consultation.prefilled": open((state, { data }: Of<"permits.consultation.prefilled">) => {
      const { on, guideVersion, bring } = data;
      return { ...state, prefilled: { on, guideVersion, bring } };
    }),
    "permits.consultation.turned": open((state, { data }: Of<"permits.consultation.turned">) => {
      const { application, on: turnedOn } = data;
      return become<Turned, Known>(known(state), { status: "turned", application, turnedOn });
    }),
    "permits.consultation.overdue": (state) => ({ ...state, overdue: true }),
    "permits.consultation.recounted": (state, { data: { limit } }) => ({ ...state, limit }),
  },
};

function answered(state: Open, { data, personal, actor }: Of<"permits.consultation.answered">): Consultation {
  const { overdue: _overdue, ...rest } = state;
  const answer = { text: personal.text, on: data.answeredOn, by: actor };
  const exchanges = state.exchanges.map((one, at, all) => (at === all.length - 1 ? { ...one, answer } : one));
  return { ...rest, exchanges, status: "replied" };
}

function asked({ data, personal, actor }: Of<"permits.consultation.asked">): Consultation {
  const { item, office, channel, askedOn, limit } = data;
  const { question, contact, owner } = personal;
  return {
    status: "asked",
    ...(item === undefined ? {} : { item }),
    office,
    channel,
    ...(owner === undefined ? {} : { owner }),
    ...(contact === undefined ? {} : { contact }),
    askedOn,
    askedBy: actor,
    exchanges: [{ question, on: askedOn }],
    limit,
  };
}
