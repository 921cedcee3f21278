import type { Contact } from "./messages.ts";

/** An identity number or a phone number, however it is grouped. */
const numbers = /\d(?:[\s-]?\d){16}[\s-]?[\dXx]|(?<!\d)1(?:[\s-]?\d){10}(?!\d)/;

/** Whether a text that is to be published shows who asked, or anybody's number. */
export const namesSomebody = (text: string, contact: Contact | undefined): boolean =>
  numbers.test(text) || (contact !== undefined && contact.name.length > 1 && text.includes(contact.name));
