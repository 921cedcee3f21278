import type { Recorded } from "../../../../shared/decider/index.ts";
import type { Consultation, ConsultationEvent, Exchange } from "./messages.ts";

type Event = Recorded<ConsultationEvent>;

/** What an event makes of a question. */
export function evolve(state: Consultation | undefined, event: Event): Consultation {
  if (event.type === "permits.consultation.asked") return asked(event);
  if (state === undefined) throw new TypeError("a consultation begins with a question");
  switch (event.type) {
    case "permits.consultation.answered": {
      const { overdue: _overdue, ...rest } = state;
      const answer = { text: event.personal.text, on: event.data.answeredOn, by: event.actor };
      const exchanges = state.exchanges.map((one, at, all) => (at === all.length - 1 ? { ...one, answer } : one));
      return { ...rest, exchanges, status: "replied" };
    }
    case "permits.consultation.followed-up": {
      const { on, limit } = event.data;
      const exchange: Exchange = { question: event.personal.question, on };
      return { ...state, status: "asked", limit, exchanges: [...state.exchanges, exchange] };
    }
    case "permits.consultation.forwarded": {
      const { from, to, on } = event.data;
      return { ...state, office: to, forwards: [...(state.forwards ?? []), { from, to, on }] };
    }
    case "permits.consultation.published":
      return { ...state, published: { ...event.personal, on: event.data.on } };
    case "permits.consultation.prefilled": {
      const { on, guideVersion, bring } = event.data;
      return { ...state, prefilled: { on, guideVersion, bring } };
    }
    case "permits.consultation.turned": {
      const { application, on } = event.data;
      return { ...state, status: "turned", application, turnedOn: on };
    }
    case "permits.consultation.overdue":
      return { ...state, overdue: true };
    case "permits.consultation.recounted":
      return { ...state, limit: event.data.limit };
  }
}

function asked({ data, personal, actor }: Extract<Event, { type: "permits.consultation.asked" }>): Consultation {
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
