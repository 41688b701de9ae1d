import "server-only";
import { createTransport, type Transporter } from "nodemailer";
import { parseConnectionUrl } from "nodemailer/lib/shared";
import { STOP_GRACE_MS } from "@/lib/platform/stop-grace";

/**
 * Milliseconds that a silent mail server is waited for, at each step. Short enough that a worker asked to stop gives up,
 * notes the failure and ends of itself; long enough for servers that greet late on purpose.
 */
const SILENCE_MS = STOP_GRACE_MS - 2_000;

const transports = new Map<string, Transporter>();

/**
 * The connection to the mail server at this address, made once and kept. Certificates are checked, and STARTTLS is
 * used wherever it is offered; `?requireTLS=true` in the address insists on it.
 */
export function mailTransport(smtpUrl: string): Transporter {
  const known = transports.get(smtpUrl);
  if (known !== undefined) return known;
  const transport = createTransport({
    // Not as `url`, beside which the library drops every other option in silence.
    ...parseConnectionUrl(smtpUrl),
    dnsTimeout: SILENCE_MS,
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
