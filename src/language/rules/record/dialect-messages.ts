/** What is said of states and pairs that another dialect has. Each sentence is whole, so that it can be translated. */
import type { Dialect, Field } from '../../../model';
import type { Translate } from '../../text/localize';

/** Says whose state a single name is. */
export function foreignState(name: string, field: Field, dialect: Dialect, t: Translate): string {
  switch (dialect) {
    case 'openstack':
      return t(
        "'{0}' is an OpenStack Nova {1} that Huawei Cloud ECS does not have. Set ecsStates.dialect to 'openstack' if this is Nova.",
        name,
        field,
      );
    case 'huaweicloud-2022':
      return t(
        "'{0}' is a {1} that Huawei Cloud ECS has only since October 2022. Set ecsStates.dialect to 'huaweicloud-2022' if this is that edition.",
        name,
        field,
      );
    case 'huaweicloud':
      return t(
        "'{0}' is a {1} of Huawei Cloud ECS. Set ecsStates.dialect to 'huaweicloud' if this is Huawei Cloud.",
        name,
        field,
      );
  }
}

/** Says whose states many names of a document are. */
export function foreignStates(count: number, dialect: Dialect, t: Translate): string {
  switch (dialect) {
    case 'openstack':
      return t(
        "{0} values here belong to OpenStack Nova, not Huawei Cloud ECS. Set ecsStates.dialect to 'openstack'.",
        count,
      );
    case 'huaweicloud-2022':
      return t(
        "{0} values here belong to Huawei Cloud ECS since October 2022. Set ecsStates.dialect to 'huaweicloud-2022'.",
        count,
      );
    case 'huaweicloud':
      return t(
        "{0} values here belong to Huawei Cloud ECS. Set ecsStates.dialect to 'huaweicloud'.",
        count,
      );
  }
}

/** Adds to the message about a pair that another dialect has it. */
export function listedElsewhere(message: string, dialect: Dialect, t: Translate): string {
  return dialect === 'openstack'
    ? t(
        "{0} OpenStack Nova has this pair: set ecsStates.dialect to 'openstack' if this is Nova.",
        message,
      )
    : t("{0} The dialect '{1}' has this pair (setting ecsStates.dialect).", message, dialect);
}
