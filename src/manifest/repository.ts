/** Where the sources are published. Whoever publishes them elsewhere changes this line and runs `npm run generate`. */
const REPOSITORY = 'https://github.com/ecs-states/ecs-states';

/** The manifest's links to the project: its repository, its issues and its page. */
export function projectLinks() {
  return {
    homepage: `${REPOSITORY}#readme`,
    repository: { type: 'git', url: `git+${REPOSITORY}.git` },
    bugs: { url: `${REPOSITORY}/issues` },
  };
}
