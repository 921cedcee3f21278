import type * as z from "zod";
import type { CloudEvent } from "../messaging/cloud-event.ts";
import type { Subscription } from "./manifest.ts";

/** Declares a reaction by the fields it needs of an event. */
export function on<S extends z.ZodType>(
  type: string,
  needs: S,
  react: (data: z.output<S>, event: CloudEvent) => ReturnType<Subscription["react"]>,
): Subscription {
  return { type, needs, react: (event) => react(needs.parse(event.data), event) };
}

/** The id of the aggregate an event is about. */
export const subjectId = ({ subject }: Pick<CloudEvent, "subject">) => subject.slice(subject.indexOf("/") + 1);
