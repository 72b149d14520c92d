/** What a role needs: an action of ours, or one of the host's on a content type. */
type Needed = string | [action: string, subject: string];

/** The routes of the admin's own pages, below `/cartwright`, for staff with all of the permissions; without any, for all staff. */
export function adminRoute(
  method: string,
  path: string,
  handler: string,
  ...permissions: Needed[]
) {
  return {
    method,
    path,
    handler,
    config: {
      policies: [
        'admin::isAuthenticatedAdmin',
        ...(permissions.length > 0
          ? [{ name: 'admin::hasPermissions', config: { actions: permissions } }]
          : []),
      ],
    },
  };
}
