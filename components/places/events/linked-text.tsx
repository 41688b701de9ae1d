/** A web address in running text, up to a space; what ends a sentence or closes a bracket behind it belongs to the text. */
const ADDRESS = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]}]/gi;

/** Plain text that somebody outside wrote, its lines as they are; web addresses in it lead there, and nothing else does. */
export function LinkedText({ text }: { text: string }) {
  return (
    <p className="whitespace-pre-line wrap-anywhere">
      {partsOf(text).map(({ at, part, isAddress }) =>
        isAddress ? <OutsideLink key={at} href={part} label={part} /> : <span key={at}>{part}</span>,
      )}
    </p>
  );
}

/** A link out of the portal. Anything but a web address is shown as plain text: it must not become a script. */
export function OutsideLink({ href, label = href }: { href: string; label?: string }) {
  if (!/^https?:\/\//i.test(href)) return label;
  return (
    <a
      href={href}
      rel="noreferrer noopener nofollow"
      className="text-accent underline underline-offset-2 wrap-anywhere"
    >
      {label}
    </a>
  );
}

type Part = { at: number; part: string; isAddress: boolean };

function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    parts.push({ at: end, part: text.slice(end, index), isAddress: false });
    parts.push({ at: index, part: address, isAddress: true });
    end = index + address.length;
  }
  return [...parts, { at: end, part: text.slice(end), isAddress: false }].filter(({ part }) => part !== "");
}
