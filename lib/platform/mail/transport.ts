import "server-only";
import { createTransport, type Transporter } from "nodemailer";

/** Milliseconds that a silent mail server is waited for, at each step. */
const SILENCE_MS = 20_000;

const transports = new Map<string, Transporter>();

/**
 * The connection to the mail server at this address, made once and kept. Certificates are checked, and STARTTLS is
 * used wherever it is offered; `?requireTLS=true` in the address insists on it.
 */
export function mailTransport(smtpUrl: string): Transporter {
  const known = transports.get(smtpUrl);
  if (known !== undefined) return known;
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: SILENCE_MS,
    greetingTimeout: SILENCE_MS,
    socketTimeout: SILENCE_MS,
    // A mail is made of strings here; a template must not make the server read files or fetch addresses.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  transports.set(smtpUrl, transport);
  return transport;
}
