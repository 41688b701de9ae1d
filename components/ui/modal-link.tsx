"use client";
import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { type ButtonSize, type ButtonTone, buttonClass } from "./button";
import { dangerItemClass, menuItemClass } from "./menu-item";
import { isPlainPress } from "./plain-press";

/** What a link that opens something over the page takes. */
export type ModalLinkProps = {
  /** Where the same can be done on a page of its own: without scripts, in a new tab, or by a sent address. */
  href: string;
  /** What the link says. */
  label: ReactNode;
  tone?: ButtonTone;
  size?: ButtonSize;
  /** `button` unless it is a line of a menu. */
  look?: "button" | "menu";
  /** The heading over the children. */
  title: ReactNode;
  children: ReactNode;
};

/** A link that is an address without scripts, and with them shows `modal` over the page until it is closed or the page changes. */
export function ModalLink({
  href,
  label,
  tone,
  size,
  look = "button",
  modal,
}: Omit<ModalLinkProps, "title" | "children"> & { modal: (close: () => void) => ReactNode }) {
  const [open, setOpen] = useState(false);
  const link = useRef<HTMLAnchorElement>(null);
  const page = `${usePathname()}?${useSearchParams()}`;
  const openedOn = useRef(page);
  // An act inside ends by leading somewhere, often back to this very page.
  useEffect(() => {
    if (openedOn.current !== page) setOpen(false);
    openedOn.current = page;
  }, [page]);
  const close = () => {
    setOpen(false);
    refocus(link.current);
  };
  const menuClass = tone === "danger" ? dangerItemClass : menuItemClass;
  return (
    <>
      <Link
        ref={link}
        href={href}
        prefetch={false}
        aria-haspopup="dialog"
        className={look === "menu" ? menuClass : buttonClass(tone, size)}
        onClick={(event) => {
          if (!isPlainPress(event)) return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {label}
      </Link>
      {open && modal(close)}
    </>
  );
}

/** A link in a menu that has closed meanwhile cannot take the focus back; the menu's button can. */
function refocus(link: HTMLElement | null): void {
  const menu = link?.closest<HTMLDetailsElement>("details:not([open])");
  queueMicrotask(() => (menu?.querySelector("summary") ?? link)?.focus());
}
