import type { ClockCommand, ClockEvent } from "./messages/clock.ts";
import type { EndingCommand, EndingEvent } from "./messages/ending.ts";
import type { FilingCommand, FilingEvent } from "./messages/filing.ts";
import type { InvestigatingCommand, InvestigatingEvent } from "./messages/investigating.ts";
import type { JoiningCommand, JoiningEvent } from "./messages/joining.ts";
import type { PeopleCommand, PeopleEvent } from "./messages/people.ts";
import type { TogetherCommand, TogetherEvent } from "./messages/together.ts";
import type { TransferCommand, TransferEvent } from "./messages/transfer.ts";

export type * from "./messages/clock.ts";
export type * from "./messages/ending.ts";
export type * from "./messages/filing.ts";
export type * from "./messages/investigating.ts";
export type * from "./messages/joining.ts";
export type * from "./messages/people.ts";
export type * from "./messages/said.ts";
export type * from "./messages/together.ts";
export type * from "./messages/transfer.ts";

export type CaseCommand =
  | FilingCommand
  | JoiningCommand
  | PeopleCommand
  | InvestigatingCommand
  | ClockCommand
  | EndingCommand
  | TransferCommand
  | TogetherCommand;

export type CaseEvent =
  | FilingEvent
  | JoiningEvent
  | PeopleEvent
  | InvestigatingEvent
  | ClockEvent
  | EndingEvent
  | TransferEvent
  | TogetherEvent;
