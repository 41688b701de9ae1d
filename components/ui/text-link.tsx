import Link from "next/link";
import type { ComponentProps } from "react";

/** A link in running text or in a table: in the accent colour, underlined where it is pointed at or focused. */
export function TextLink({ className = "", ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      prefetch={false}
      className={`font-medium text-accent underline decoration-transparent underline-offset-2 hover:text-accent-strong hover:decoration-current focus-visible:decoration-current ${className}`}
      {...rest}
    />
  );
}
