import type { Dialect } from '../../model';
import type { Translate } from '../text/localize';

/** The official pages; Huawei Cloud's is a key for translation, as each language has a page of its own. */
const HUAWEI_CLOUD_PAGE = 'https://support.huaweicloud.com/intl/en-us/api-ecs/ecs_08_0002.html';
const NOVA_PAGE = 'https://docs.openstack.org/nova/latest/reference/vm-states.html';

/** The link to the official page, as Markdown. Huawei Cloud's is always that of the newest edition, so it is named. */
export function referenceTo(dialect: Dialect, t: Translate): string {
  switch (dialect) {
    case 'openstack':
      return `[${t('OpenStack Nova: virtual machine states')}](${NOVA_PAGE})`;
    case 'huaweicloud-2022':
      return `[${t('Huawei Cloud: ECS statuses (current edition)')}](${t(HUAWEI_CLOUD_PAGE)})`;
    case 'huaweicloud':
      return `[${t('Huawei Cloud: ECS statuses (current edition; this is the one before October 2022)')}](${t(HUAWEI_CLOUD_PAGE)})`;
  }
}
