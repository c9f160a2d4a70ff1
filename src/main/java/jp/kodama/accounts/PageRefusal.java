package jp.kodama.accounts;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;

/** Leads an officer with a one-time password to the page where it is changed. */
final class PageRefusal implements AccessDeniedHandler {

	private final AccessDeniedHandler otherwise = new AccessDeniedHandlerImpl();

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
			throws IOException, ServletException {
		if (request.isUserInRole(Account.MUST_CHANGE) && "GET".equals(request.getMethod())) {
			response.sendRedirect(request.getContextPath() + "/password");
			return;
		}
		this.otherwise.handle(request, response, cause);
	}

}
