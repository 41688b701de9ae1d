import "server-only";
import { GIVEN_UP } from "./constants";

/** What the codes of nodemailer and of the network mean, where the server itself said nothing about the mail. */
const faults: Readonly<Record<string, string>> = {
  EAUTH: "The mail server did not accept the portal’s name and password.",
  ENOAUTH: "The mail server wants a name and password, and the portal has none.",
  ECONNECTION: "The mail server could not be reached.",
  ECONNREFUSED: "The mail server could not be reached.",
  ECONNRESET: "The mail server broke off.",
  ESOCKET: "The mail server could not be reached.",
  EDNS: "The mail server’s name is not known.",
  ENOTFOUND: "The mail server’s name is not known.",
  ETIMEDOUT: "The mail server did not answer in time.",
  ETLS: "No safe connection to the mail server could be made.",
  EENVELOPE: "The mail server did not accept this address.",
  EMESSAGE: "The mail server did not accept this mail.",
};

/**
 * Why a mail was not delivered, in a plain sentence; the server's own code stands behind it for whoever looks after it.
 * @param failure as it stands on the mail's row: a code, with the code of the server's answer where it gave one, or null
 * where the mail waited so long that its words were cleared away.
 */
export function failureInWords(failure: string | null): string {
  if (failure === null || failure === GIVEN_UP) return GIVEN_UP;
  const [code = "", answer] = failure.split(" ");
  const why = Object.hasOwn(faults, code) ? faults[code] : undefined;
  if (why === undefined) return `The mail server did not take it (${failure}).`;
  if (answer === undefined) return why;
  const lasting = code === "EENVELOPE" ? (answer.startsWith("5") ? " for good" : " for now") : "";
  return `${why.slice(0, -1)}${lasting} (${answer}).`;
}
