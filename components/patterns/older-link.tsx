import Link from "next/link";
import { buttonClass } from "@/components/ui/button";

/** The way to older events at the foot of a list; nothing at its end, where `href` is null. */
export function OlderLink({ href }: { href: string | null }) {
  if (href === null) return null;
  return (
    <nav aria-label="Pages of events" className="border-t border-line px-4 py-3 sm:px-5">
      <Link href={href} rel="next" prefetch={false} className={buttonClass()}>
        Older
      </Link>
    </nav>
  );
}
