import type { Context } from 'koa';

/** Who did it, for the order's history. */
export function staffOf(ctx: Context): string {
  const user = ctx.state.user as { firstname?: string; lastname?: string; email?: string };
  return [user.firstname, user.lastname].filter(Boolean).join(' ') || (user.email ?? 'staff');
}
