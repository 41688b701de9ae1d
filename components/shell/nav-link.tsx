"use client";
import Link, { useLinkStatus } from "next/link";
import { usePathname } from "next/navigation";
import type { MouseEvent, ReactNode } from "react";
import { placeOfPage } from "./nav-place";

/** One way in the navigation. It marks itself where its page is the present one, or lies above it. */
export function NavLink({ href, icon, children }: { href: string; icon: ReactNode; children: ReactNode }) {
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={placeOfPage(usePathname(), href)}
      onClick={closeDrawer}
      className="group/link flex min-h-11 items-center gap-2.5 rounded-md border border-transparent px-2.5 text-ink-muted transition-colors hover:bg-sunken hover:text-ink aria-[current]:border-line aria-[current]:bg-raised aria-[current]:font-medium aria-[current]:text-ink aria-[current]:shadow-card max-md:text-lg md:min-h-8 forced-colors:aria-[current]:border-[Highlight] max-md:[&>.lucide]:size-5 md:[&>.lucide]:size-4 aria-[current]:[&>.lucide]:text-accent"
    >
      {icon}
      {children}
      <Waiting />
    </Link>
  );
}

/** A dot that appears when the page that was asked for takes its time. */
function Waiting() {
  const { pending } = useLinkStatus();
  return (
    <span
      aria-hidden="true"
      className={`ms-auto size-1.5 rounded-full bg-accent transition-opacity ${pending ? "opacity-100 delay-150" : "opacity-0"}`}
    />
  );
}

// The page changes under the drawer, so that nothing else would close it; on a wide window there is none to close.
function closeDrawer({ currentTarget }: MouseEvent<HTMLElement>): void {
  currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
}
