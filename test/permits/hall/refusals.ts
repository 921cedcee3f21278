import type { QueueCommand } from "../../../services/permits/hall/domain/queue.ts";
import { aResident, theClerk } from "../cases/builders.ts";
import type { Provoked } from "../provoked.ts";
import { anotherClerk, aTicketThat, general, HallDay, takeTicket, theKiosk } from "./builders.ts";

const book: QueueCommand = { type: "book", queue: general, slot: "10:00" };
const number = "A001";
const booked = () => new HallDay().does(book, "09:00", aResident);

/** Every refusal of the hall. */
export const hallRefusals: Provoked = {
  "permits.hall-not-open": () => new HallDay().tell(takeTicket(), "20:00", theKiosk),
  "permits.queue-full": () => {
    const day = new HallDay();
    for (let nth = 0; nth < 400; nth += 1) day.does(takeTicket(), "09:00", theKiosk);
    return day.tell(takeTicket(), "09:00", theKiosk);
  },
  "permits.ticket-already-held": () =>
    new HallDay().does(takeTicket(), "09:00", aResident).tell(takeTicket(), "09:01", aResident),
  "permits.priority-not-given": () => {
    const command: QueueCommand = JSON.parse(JSON.stringify({ ...takeTicket(), priority: "mayor" }));
    return new HallDay().tell(command, "09:00", theKiosk);
  },
  "permits.no-such-application": () =>
    new HallDay().tell(takeTicket({ application: { id: "PL-018.X", known: true, owner: "x" } }), "09:00", aResident),
  "permits.not-your-ticket": () => aTicketThat("waiting").tell({ type: "leave", number }, "09:05", aResident),
  "permits.no-such-ticket": () => aTicketThat("waiting").tell({ type: "serve", number: "A009" }, "09:05"),
  "permits.ticket-not-in-this-state": () => aTicketThat("waiting").tell({ type: "serve", number }, "09:05"),
  "permits.nobody-waiting": () => new HallDay().opened().tell({ type: "call", window: "general-1" }, "09:05"),
  "permits.no-such-window": () =>
    new HallDay().tell({ type: "open-window", queue: general, window: "rural" }, "09:00", theClerk),
  "permits.window-not-in-this-state": () => new HallDay().taken(1).tell({ type: "call", window: "general-1" }, "09:05"),
  "permits.window-of-another": () =>
    aTicketThat("waiting").tell({ type: "call", window: "general-1" }, "09:05", anotherClerk),
  "permits.window-busy": () => aTicketThat("called").tell({ type: "call", window: "general-1" }, "09:06"),
  "permits.clerk-at-another-window": () =>
    aTicketThat("waiting").tell({ type: "open-window", queue: general, window: "general-2" }, "09:05"),
  "permits.not-absent-yet": () => aTicketThat("called").tell({ type: "no-show", number }, "09:30"),
  "permits.no-more-returns": () => {
    const day = aTicketThat("no-show").does({ type: "return", number }, "09:10");
    day.called("09:11");
    day.does({ type: "recall", number }, "09:12").does({ type: "recall", number }, "09:13");
    return day.does({ type: "no-show", number }, "09:14").tell({ type: "return", number }, "09:15");
  },
  "permits.no-such-group": () => aTicketThat("called").tell({ type: "transfer", number, to: "general" }, "09:06"),
  "permits.no-such-slot": () => new HallDay().tell({ ...book, slot: "12:30" }, "09:00", aResident),
  "permits.slot-not-bookable": () => new HallDay().tell(book, "10:00", aResident),
  "permits.slot-full": () => {
    const day = new HallDay();
    for (const sub of ["a", "b", "c", "d"]) day.does(book, "09:00", { ...aResident, sub });
    return day.tell(book, "09:00", aResident);
  },
  "permits.contact-missing": () => new HallDay().tell(book, "09:00", theClerk),
  "permits.already-booked": () => booked().tell({ ...book, slot: "11:00" }, "09:01", aResident),
  "permits.no-such-booking": () => booked().tell({ type: "check-in", code: "1000-9" }, "09:50", theKiosk),
  "permits.booking-not-in-this-state": () =>
    booked().letPass("10:30").tell({ type: "check-in", code: "1000-1" }, "10:31", theKiosk),
  "permits.not-time-to-check-in": () => booked().tell({ type: "check-in", code: "1000-1" }, "09:39", theKiosk),
};
