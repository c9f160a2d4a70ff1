package jp.kodama.console;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such page. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NotFound extends RuntimeException {

}
