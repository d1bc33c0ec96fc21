import type { EnvironmentModuleNode, Plugin, RunnableDevEnvironment } from 'vite';

/**
 * Reload the browser after a change of a style sheet. Pages contain their style sheets, so the browser has none that Vite could replace,
 * and the server would keep the old text.
 */
export default function styleReload(): Plugin {
  return {
    name: 'style-reload',
    hotUpdate: {
      // Astro's own plugin drops the modules.
      order: 'pre',
      handler({ file, modules, timestamp, server }) {
        if (!file.endsWith('.css') || !('runner' in this.environment)) return;
        const environment = this.environment as RunnableDevEnvironment;
        const outdated = new Set<EnvironmentModuleNode>();
        for (const module of modules) environment.moduleGraph.invalidateModule(module, outdated, timestamp, true);
        // A full reload would evaluate every module of the site again.
        const { evaluatedModules } = environment.runner;
        for (const { id } of outdated) {
          const evaluated = id === null ? undefined : evaluatedModules.getModuleById(id);
          if (evaluated) evaluatedModules.invalidateModule(evaluated);
        }
        server.ws.send({ type: 'full-reload', path: '*' });
      },
    },
  };
}
