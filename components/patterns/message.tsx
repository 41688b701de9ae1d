import Link from "next/link";
import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import { PageTitle } from "./page-title";

/** A way on from a page that is only a message. */
export type Way = { href: string; label: string };

/** Home, for whoever is signed in. */
const home: Way = { href: "/dashboard", label: "Go to your dashboard" };

/**
 * A page that is only a message: a picture, a title, some sentences, and the way on, which is home where nothing else is
 * said.
 * @param first what to try before that, such as a button that tries again.
 */
export function Message({
  icon,
  title,
  way = home,
  first,
  children,
}: {
  icon?: ReactNode;
  title: string;
  way?: Way;
  first?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="max-w-prose">
      {icon !== undefined && (
        <div className="mb-5 grid size-10 place-items-center rounded-lg border border-line bg-surface text-ink-muted shadow-card [&>.lucide]:size-5">
          {icon}
        </div>
      )}
      <PageTitle title={title} />
      <div className="-mt-2 grid gap-3">
        {children}
        <div className="flex flex-wrap gap-2 pt-2">
          {first}
          <Link href={way.href} prefetch={false} className={buttonClass()}>
            {way.label}
          </Link>
        </div>
      </div>
    </div>
  );
}
